import { describe, vi } from 'vitest';
import { nodeFetch } from '../../src/node.js';

vi.stubGlobal('fetch', nodeFetch);

describe('over node:http', async () => {
  await import('../core/abort.test.js');
  await import('../core/auth-secrets.test.js');
  await import('../core/malformed-responses.test.js');
  await import('../core/outages.test.js');
  await import('../core/redirects.test.js');
  await import('../core/resource-leaks.test.js');
  await import('../core/timeouts.test.js');
  await import('../core/url-path-headers.test.js');
  await import('../neopay/ambiguous-create.test.js');
  await import('../neopay/create-once-faults.test.js');
  await import('../neopay/transitions.test.js');
});
