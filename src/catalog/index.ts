export { accessDeniedMessage, crossAccountRefusal, reasonPhrase, wrapEc2 } from './error-messages'
export { fillArn, fillTemplate, type TemplateFacts, valuesAt } from './fill-template'
export type * from './pass-site'
export { findCall, nearestCall, services } from './services'
