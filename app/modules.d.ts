declare module 'virtual:remix/server-build' {
  import type { ServerBuild } from '@remix-run/node'

  const build: ServerBuild
  export = build
}

declare module 'saxen' {
  type Decode = (text: string) => string
  export class Parser {
    on(event: 'error', listener: (error: Error) => void): this
    on(
      event: 'openTag',
      listener: (name: string, attributes: () => Record<string, string>, decode: Decode) => void,
    ): this
    on(event: 'closeTag', listener: (name: string) => void): this
    on(event: 'text', listener: (text: string, decode: Decode) => void): this
    on(event: 'cdata', listener: (text: string) => void): this
    parse(xml: string): this
    stop(): void
  }
}

declare module 'heic-decode' {
  interface Frame {
    width: number
    height: number
    decode(): Promise<{ width: number; height: number; data: Uint8ClampedArray }>
  }
  interface Decode {
    (options: { buffer: Uint8Array }): Promise<{
      width: number
      height: number
      data: Uint8ClampedArray
    }>
    /** Every picture of the file, decoded when asked. */
    all(options: { buffer: Uint8Array }): Promise<Frame[]>
  }
  const decode: Decode
  export default decode
}
