import { createServer } from 'node:http'
import sirv from 'sirv'
import { contentSecurityPolicy } from './content-security-policy.mjs'

const notFound =
  '<!doctype html><html lang="en"><meta charset="utf-8"><title>Not found</title><p>There is nothing here. <a href="/">PassRole Lab</a></p></html>'

/** Makes the handler: precompressed files, hashed ones kept for good, pages asked for anew, 404 for what is not there. */
function createHandler(/** @type {string} */ directory) {
  const files = sirv(directory, {
    brotli: true,
    gzip: true,
    etag: true,
    dotfiles: false,
    setHeaders: (response, path) => {
      response.setHeader('Cache-Control', path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
  return (/** @type {import('node:http').IncomingMessage} */ request, /** @type {import('node:http').ServerResponse} */ response) => {
    response.setHeader('Content-Security-Policy', contentSecurityPolicy)
    response.setHeader('X-Content-Type-Options', 'nosniff')
    response.setHeader('Referrer-Policy', 'no-referrer')
    files(request, response, () => {
      response.statusCode = 404
      response.setHeader('Content-Type', 'text/html; charset=utf-8')
      response.setHeader('Cache-Control', 'no-store')
      response.end(notFound)
    })
  }
}

/** Serves a directory on 127.0.0.1, on the port or the first free one after it. Resolves with the server and its address. */
export async function serve(/** @type {string} */ directory, /** @type {number} */ port, attempts = 50) {
  const handler = createHandler(directory)
  for (let candidate = port; candidate < port + attempts; candidate++) {
    const server = createServer(handler)
    const listening = await new Promise((resolve, reject) => {
      server.once('error', (/** @type {NodeJS.ErrnoException} */ error) => (error.code === 'EADDRINUSE' ? resolve(false) : reject(error)))
      server.listen(candidate, '127.0.0.1', () => resolve(true))
    })
    if (listening) return { server, port: candidate, address: `http://127.0.0.1:${candidate}/` }
  }
  throw new Error(`no free port from ${port} to ${port + attempts - 1}`)
}
