/** Whether npm kept a flag for itself, as it does with one that is not behind `--`: it passes it on in the environment. */
export function isSwallowed(flag: string): boolean {
  return process.env[`npm_config_${flag.replaceAll('-', '_')}`] === 'true';
}
