import { schemaFields, valueAt } from './fields.js';
import { connect } from './connect.js';
import { writeRow } from './csv.js';
import type { Task } from './flags.js';
import { helpOf, readWords } from './links.js';

/** `paylinks export`: every link as CSV. */
export const exportLinks: Task = {
  help: () => helpOf('paylinks export [options] > links.csv', 'Every link with all of its fields, as it is listed.'),
  async run(parameters) {
    const { values } = readWords(parameters, []);
    const columns = schemaFields('PaymentLink').map(({ path }) => path);
    if (!values.json) process.stdout.write(writeRow(columns));
    for await (const link of connect(values).all()) {
      if (values.json) console.log(JSON.stringify(link));
      else process.stdout.write(writeRow(columns.map((path) => valueAt(link, path))));
      // Whoever read the output has left, as `head` does.
      if (!process.stdout.writable) break;
    }
  },
};
