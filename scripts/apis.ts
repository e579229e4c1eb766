/** One API of this project: its document, what was last released of it, and the folder of its generated files, all from the root. */
export interface Api {
  readonly name: string;
  readonly document: string;
  readonly released: string;
  readonly folder: string;
}

/** Every API of this project. */
export const apis: readonly Api[] = ['neopay', 'netopia', 'sandbox'].map((name) => ({
  name,
  document: `spec/${name}/openapi.yaml`,
  released: `spec/${name}/released.yaml`,
  folder: `generated/${name}`,
}));
