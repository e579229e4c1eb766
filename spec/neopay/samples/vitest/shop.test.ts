import { createLinksClient } from 'paylinks';
import { createSandbox } from 'paylinks/sandbox';
import { beforeEach, describe, expect, it } from 'vitest';

const sandbox = createSandbox();
const links = createLinksClient({ ...sandbox.credentials, fetch: sandbox.fetch });
beforeEach(() => sandbox.reset());

describe('the checkout', () => {
  it('offers one link though the first answer is lost', async () => {
    sandbox.inject({ operation: 'createLink', fault: 'drop-after', times: 1 });
    const link = await links.publishOnce({ product: 'Two tickets', amount: 120, reference: 'order-1042' }, { wait: 0 });
    expect(link.status).toBe('published');
    expect(sandbox.links.filter(({ status }) => status === 'published')).toHaveLength(1);
  });
});
