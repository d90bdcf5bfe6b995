export {
  type AccessLevel,
  type ActionFacts,
  type ActionTable,
  type ConditionKeyFacts,
  createActionTable,
  type PackedService,
  type ServiceFacts,
  unpackService,
} from './actions/action-table'
export type { Catalogue, FoundCall } from './catalogue'
export { accessDeniedMessage, crossAccountRefusal, reasonPhrase, wrapEc2 } from './error-messages'
export { type ExampleDocuments, exampleDocuments } from './example-documents'
export { fillArn, fillTemplate, type PathStep, pathSteps, type TemplateFacts, valuesAt } from './fill-template'
export { firstCatalogue } from './first-catalogue'
export { fullCatalogue } from './full-catalogue'
export { listPassRoleOperations, type PassRoleOperation } from './generic-call'
export { knownActions, knownContextKeys } from './known-names'
export type * from './pass-site'
export { ifThen, type JsonSchema, type RoleMark, requestShape } from './request-schema'
export { type SchemaPlace, schemaBelow, schemaRoot, schemasAt } from './schema-at'
