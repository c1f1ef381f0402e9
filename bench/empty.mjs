// The least a Node program can be: what starting Node itself costs.
export {};
