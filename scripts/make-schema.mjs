// Makes the JSON Schema of documents (draft 2020-12) from the TypeScript types, so that both stay equal.
import { readFileSync } from "node:fs";
import ts from "typescript";

const SOURCE = new URL("../src/model/document/document.ts", import.meta.url);
const { SyntaxKind } = ts;

/** Description and default of a property, which editors show. */
function docOf(node) {
  const text = ts
    .getJSDocCommentsAndTags(node)
    .map((doc) => ts.getTextOfJSDocComment(doc.comment) ?? "")
    .join("\n")
    .replace(/\{@link (\w+)\}/g, "$1")
    .replace(/\s+/g, " ")
    .trim();
  return text === "" ? {} : { description: text };
}

function typeSchema(node) {
  switch (node.kind) {
    case SyntaxKind.StringKeyword:
      return { type: "string" };
    case SyntaxKind.NumberKeyword:
      return { type: "number" };
    case SyntaxKind.BooleanKeyword:
      return { type: "boolean" };
    case SyntaxKind.UnknownKeyword:
      return {};
    case SyntaxKind.ParenthesizedType:
      return typeSchema(node.type);
    case SyntaxKind.TypeOperator:
      return typeSchema(node.type);
    case SyntaxKind.ArrayType:
      return { type: "array", items: typeSchema(node.elementType) };
    case SyntaxKind.LiteralType:
      return { const: literalOf(node.literal) };
    case SyntaxKind.UnionType:
      return unionSchema(node.types);
    case SyntaxKind.TypeLiteral:
      return objectSchema(node);
    case SyntaxKind.TypeReference:
      return referenceSchema(node);
    default:
      throw new Error(`make-schema does not know the type ${SyntaxKind[node.kind]}: ${node.getText()}`);
  }
}

function literalOf(literal) {
  if (literal.kind === SyntaxKind.NumericLiteral) return Number(literal.text);
  if (literal.kind === SyntaxKind.TrueKeyword || literal.kind === SyntaxKind.FalseKeyword) {
    return literal.kind === SyntaxKind.TrueKeyword;
  }
  return literal.text;
}

function unionSchema(types) {
  // JSON has no Date. `string & {}` is any text, for a compiler that does not know that a text of a JSON file is one of the
  // others; a schema does.
  const parts = types.filter(
    (type) =>
      type.getText() !== "Date" &&
      type.kind !== SyntaxKind.UndefinedKeyword &&
      !/^\(\w+ & \{\}\)$/.test(type.getText()),
  );
  if (parts.every((type) => type.kind === SyntaxKind.LiteralType)) {
    return { enum: parts.map((type) => literalOf(type.literal)) };
  }
  const schemas = parts.map(typeSchema);
  if (schemas.every((schema) => Object.keys(schema).join() === "type")) {
    return { type: schemas.map((schema) => schema.type) };
  }
  return schemas.length === 1 ? schemas[0] : { anyOf: schemas };
}

function referenceSchema(node) {
  const name = node.typeName.getText();
  const [first, second] = node.typeArguments ?? [];
  if (name === "Record") return { type: "object", additionalProperties: typeSchema(second) };
  if (name === "Readonly") return typeSchema(first);
  if (name === "ReadonlyArray" || name === "Array") return { type: "array", items: typeSchema(first) };
  const parameter = typeParameterOf(node, name);
  return parameter ? typeSchema(parameter.default) : { $ref: `#/$defs/${name}` };
}

/** The type parameter that a name stands for, where it is one. */
function typeParameterOf(node, name) {
  for (let at = node; at; at = at.parent) {
    const found = at.typeParameters?.find((parameter) => parameter.name.text === name);
    if (found) return found;
  }
  return undefined;
}

function objectSchema(node) {
  const members = node.members.filter(ts.isPropertySignature);
  const required = members.filter((member) => !member.questionToken).map((member) => member.name.text);
  return {
    type: "object",
    properties: Object.fromEntries(
      members.map((member) => [member.name.text, { ...docOf(member), ...typeSchema(member.type) }]),
    ),
    ...(required.length > 0 ? { required } : {}),
    // Editors read "$schema" and other names that begin with "$".
    patternProperties: { "^\\$": {} },
    additionalProperties: false,
  };
}

export function makeSchema() {
  const file = ts.createSourceFile("document.ts", readFileSync(SOURCE, "utf8"), ts.ScriptTarget.Latest, true);
  const statements = new Map(file.statements.filter((node) => node.name).map((node) => [node.name.text, node]));
  const definitions = {};
  // Only types that a document refers to: types of values that programs pass, such as columns, are not in JSON.
  const define = (name) => {
    const node = statements.get(name);
    if (!node || definitions[name]) return;
    definitions[name] = {
      ...docOf(node),
      ...(ts.isInterfaceDeclaration(node) ? objectSchema(node) : typeSchema(node.type)),
    };
    for (const [, next] of JSON.stringify(definitions[name]).matchAll(/"#\/\$defs\/(\w+)"/g)) define(next);
  };
  define("TimelineDocument");
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: "https://unpkg.com/datelines/dist/schema.json",
    title: "A datelines timeline",
    description: "A document, or a bare list of events.",
    anyOf: [{ $ref: "#/$defs/TimelineDocument" }, { type: "array", items: { $ref: "#/$defs/EventInput" } }],
    $defs: definitions,
  };
}
