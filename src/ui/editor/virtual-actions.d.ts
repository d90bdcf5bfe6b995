/** AWS's services, packed while the site is built (`scripts/action-data.mjs`). Only Vite knows this module: nothing of the engine may ask for it. */
declare module 'virtual:actions' {
  /** Every service prefix with the service's name. */
  export const names: Readonly<Record<string, string>>
  /** Fetches one service; the prefix must be one of `names`. */
  export function load(prefix: string): Promise<import('../../catalog').PackedService>
}
