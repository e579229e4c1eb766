import { createSandbox } from '../../src/sandbox.js';

// Waits for nothing but a stalled answer; run as a process of its own.
const sandbox = createSandbox();
sandbox.inject({ fault: process.argv[2] === 'stall-body' ? 'stall-body' : 'stall-headers' });
try {
  const response = await sandbox.fetch('/api/links', { signal: AbortSignal.timeout(20) });
  console.log(await response.text());
} catch (error) {
  console.log(error instanceof Error ? error.name : error);
}
