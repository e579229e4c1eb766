import { describe } from 'vitest';
import { guidePages } from '../../scripts/docs/guide.js';
import { describeBlocks, readBlocks } from '../support/code-blocks.js';

describe('the guide', () => describeBlocks(readBlocks(guidePages.map((name) => `scripts/docs/guide/${name}.md`))));
