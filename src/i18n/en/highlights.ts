export const highlights = {} as const
