#!/usr/bin/env node
import { runCommand } from './command.js';

// Output cut off by the reader (`| head`) is no reason to fail.
process.stdout.on('error', () => undefined);
process.exitCode = await runCommand(process.argv.slice(2));
