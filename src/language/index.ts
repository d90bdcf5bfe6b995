export { type ColourToken, colourTokens } from './colour-tokens'
export { type Diagnostic, diagnose, knownProblemCodes, problemText } from './diagnose'
export { type Fix, fixFor, type PassedNames } from './fix'
export { policySchema, requestSchema } from './schemas'
