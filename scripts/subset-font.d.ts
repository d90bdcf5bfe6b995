declare module 'subset-font' {
  /** The font with only the letters of `text`. */
  export default function subsetFont(font: Buffer, text: string, options: { targetFormat: 'sfnt' | 'woff' | 'woff2' }): Promise<Buffer>
}
