// The least a Node program on a terminal can be: prints what the bench waits for.
process.stdout.write(`${process.argv[2]}\n`);
