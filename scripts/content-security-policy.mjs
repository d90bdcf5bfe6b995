/**
 * The page's Content-Security-Policy, as strict as Monaco allows: it writes style attributes and elements, so styles need
 * 'unsafe-inline'; everything else comes from our own origin, and nothing is sent anywhere.
 */
const directives = {
  'default-src': "'none'",
  'script-src': "'self'",
  'worker-src': "'none'",
  'style-src': "'self' 'unsafe-inline'",
  'font-src': "'self'",
  'img-src': "'self' data:",
  'manifest-src': "'self'",
  'connect-src': "'none'",
  'base-uri': "'none'",
  'form-action': "'none'",
}

const written = Object.entries(directives)
  .map(([name, value]) => `${name} ${value}`)
  .join('; ')

/** For the header. Other sites may embed the page (`embed=1`): it holds no secrets and acts for nobody, so frames are not forbidden. */
export const contentSecurityPolicy = written

/** Puts the policy into the built page, so that it holds on any static host. */
export function contentSecurityPolicyMeta() {
  return {
    name: 'content-security-policy-meta',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: written },
        injectTo: /** @type {const} */ ('head-prepend'),
      },
    ],
  }
}
