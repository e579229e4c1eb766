import manifest from '../../package.json' with { type: 'json' };

/** Every entry with code, as a program imports it. */
export const entries = Object.entries(manifest.exports).flatMap(([subpath, entry]) =>
  typeof entry === 'object' ? [`paylinks${subpath.slice('.'.length)}`] : [],
);
