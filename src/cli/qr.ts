import { renderUnicodeCompact } from 'uqr';
import { connect } from './connect.js';
import type { Task } from './flags.js';
import { helpOf, readWords } from './links.js';
import { TransitionError } from '../neopay/errors.js';
import { allowedActions } from '../neopay/lifecycle.js';

/** `paylinks qr`: the payer's address as a code. */
export const drawCode: Task = {
  help: () =>
    helpOf('paylinks qr ID --pay-url https://…/{slug}', 'The API does not tell the address, so --pay-url or NEOPAY_PAY_URL has to.'),
  async run(parameters) {
    const { values, words } = readWords(parameters, ['id']);
    const links = connect(values);
    const link = await links.get(words[0] ?? '');
    if (link.status !== 'published') {
      const message = `qr failed: link ${link.id} is ${link.status}, and only a published link can be paid; paylinks publish ${link.id}`;
      throw new TransitionError(
        message,
        { from: link.status, action: 'publish', allowed: allowedActions(link.status) },
        { operation: 'qr', outcome: 'rejected' },
      );
    }
    const address = links.payUrl(link);
    console.log(values.json ? JSON.stringify({ id: link.id, payUrl: address }) : `${renderUnicodeCompact(address)}\n${address}`);
  },
};
