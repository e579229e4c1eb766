import { createLinksClient, TransitionError } from 'paylinks';
import { createSandbox } from 'paylinks/sandbox';

const sandbox = createSandbox();
const links = createLinksClient({ ...sandbox.credentials, fetch: sandbox.fetch });

const draft = await links.create({ product: 'iPhone 14 Pro', amount: 350.41 });
await links.close(draft);

try {
  await links.publish(draft.id);
} catch (error) {
  if (!(error instanceof TransitionError)) throw error;
  console.log(error.from, error.allowed, error.outcome);
}
// prints: closed [] rejected
