export { type ColourToken, colourTokens } from './colour-tokens'
export { type Diagnostic, diagnose, knownProblemCodes, problemText } from './diagnose'
export { policySchema, requestSchema } from './schemas'
