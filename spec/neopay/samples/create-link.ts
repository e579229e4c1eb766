import { createLinksClient } from 'paylinks';
import { createSandbox } from 'paylinks/sandbox';

const sandbox = createSandbox();
const links = createLinksClient({ ...sandbox.credentials, fetch: sandbox.fetch });

const draft = await links.create({
  product: 'iPhone 14 Pro',
  amount: 350.41,
  reference: 'order-1042',
  expired_at: new Date('2030-01-31T18:00:00Z'),
  request_customer_data: 'full_customer',
  settings: { showPayeeData: true, theme: { selected: 'blue' } },
});
console.log(draft.status, draft.reference);
// prints: draft order-1042
