import type { PolicyDocument } from '../parse/policy-document'

/** The policies that apply to one request. A layer that is absent does not apply; an empty layer applies and allows nothing. */
export interface PolicySet {
  readonly identityBased: readonly PolicyDocument[]
  readonly resourceBased?: PolicyDocument
  /** The trust policy of the role, for `sts:AssumeRole*` and its companions. */
  readonly trust?: PolicyDocument
  readonly permissionsBoundary?: readonly PolicyDocument[]
  readonly session?: PolicyDocument | readonly PolicyDocument[]
  /** Levels from the root down; the policies of one level are alternatives. */
  readonly serviceControl?: readonly (readonly PolicyDocument[])[]
  /** As `serviceControl`; RCPFullAWSAccess is implied at every level. */
  readonly resourceControl?: readonly (readonly PolicyDocument[])[]
}
