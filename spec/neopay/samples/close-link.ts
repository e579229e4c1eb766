import { allowedActions, createLinksClient } from 'paylinks';
import { createSandbox } from 'paylinks/sandbox';

const sandbox = createSandbox();
const links = createLinksClient({ ...sandbox.credentials, fetch: sandbox.fetch });

const draft = await links.create({ product: 'iPhone 14 Pro', amount: 350.41 });

const closed = await links.close(draft);
console.log(closed.status, allowedActions(closed.status));
// prints: closed []
