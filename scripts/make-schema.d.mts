/** The JSON Schema of documents, made from the types people write. */
export function makeSchema(): Record<string, unknown>;
