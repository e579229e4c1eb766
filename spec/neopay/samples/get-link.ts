import { createLinksClient } from 'paylinks';
import { createSandbox } from 'paylinks/sandbox';

const sandbox = createSandbox();
const links = createLinksClient({ ...sandbox.credentials, fetch: sandbox.fetch });

const { id } = await links.create({ product: 'iPhone 14 Pro', amount: 350.41 });

const link = await links.get(id);
console.log(link.product, link.amount, link.status);
// prints: iPhone 14 Pro 350.41 draft
