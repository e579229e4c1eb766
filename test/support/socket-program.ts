import { runSocketCases } from './socket-cases.js';

// The task comes as the last word of the command line, the tale goes to standard output.
const tale = await runSocketCases(JSON.parse(process.argv.at(-1) ?? ''));
console.log(JSON.stringify(tale));
