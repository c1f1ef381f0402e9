/**
 * The pair the simulator accepts out of the box and the client uses towards a loopback origin when
 * it was given none. It opens nothing but a simulator on this machine, so it may be printed.
 */
export const builtinCredentials = {
  clientId: 'dingsimulator0001',
  clientSecret: 'simulator-secret-not-for-dingtalk',
} as const;
