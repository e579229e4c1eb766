import { appendFileSync } from 'node:fs';

// Loaded into every process of a measured command; the largest of their figures counts.
process.on('exit', () => appendFileSync(process.env['PAYLINKS_PEAK_FILE'], `${process.resourceUsage().maxRSS}\n`));
