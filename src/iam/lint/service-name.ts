/** The domains under which AWS names its service principals, by partition. */
const shape =
  /^[a-z0-9][a-z0-9-]*(\.[a-z0-9-]+)*\.(amazonaws\.com(\.cn)?|amazonaws\.eu|amazon\.com|aws\.internal|api\.aws|c2s\.ic\.gov|sc2s\.sgov\.gov)$/

/** Does a text look like a service principal, `ecs-tasks.amazonaws.com`? */
export const isServiceName = (text: string): boolean => shape.test(text.toLowerCase())
