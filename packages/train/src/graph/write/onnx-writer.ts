import {
  type Attribute,
  type Dimension,
  ELEMENT_TYPES,
  type OnnxGraph,
  type OnnxNode,
  type OnnxTensor,
  type OnnxValue,
} from '../ir/onnx-graph.ts';
import { ProtobufWriter } from './protobuf-writer.ts';

const IR_VERSION = 8;
const OPERATOR_SETS = [
  { domain: '', version: 17 },
  { domain: 'com.microsoft', version: 1 },
  { domain: 'com.microsoft.nchwc', version: 1 },
] as const;

/** The facts that a file states about itself. */
export interface OnnxFacts {
  readonly producerVersion?: string;
  readonly description?: string;
  /** Texts by key: the `metadata_props` of the model. */
  readonly metadata?: Readonly<Record<string, string>>;
}

/**
 * Encodes a graph as an ONNX file (IR version 8, operator set 17). Returns a fresh array.
 *
 * @see https://github.com/onnx/onnx/blob/main/onnx/onnx.proto: the field numbers
 */
export function encodeOnnx(
  graph: OnnxGraph,
  { producerVersion, description, metadata = {} }: OnnxFacts = {},
): Uint8Array {
  const domains = new Set(domainsOf(graph));
  const model = new ProtobufWriter().int(1, IR_VERSION).text(2, 'sprout');
  if (producerVersion !== undefined) model.text(3, producerVersion);
  if (description !== undefined) model.text(6, description);
  model.message(7, (writer) => writeGraph(writer, graph));
  for (const { domain, version } of OPERATOR_SETS) {
    if (domains.has(domain)) model.message(8, (writer) => writer.text(1, domain).int(2, version));
  }
  for (const [key, value] of Object.entries(metadata))
    model.message(14, (writer) => writer.text(1, key).text(2, value));
  return model.finish();
}

/** The operator sets that a graph and its subgraphs use. */
function domainsOf({ nodes }: OnnxGraph): string[] {
  const attributes = nodes.flatMap((node) => Object.values(node.attributes));
  const inner = attributes.flatMap((value) => ('graph' in value ? domainsOf(value.graph) : []));
  return ['', ...nodes.map(({ domain }) => domain), ...inner];
}

function writeGraph(writer: ProtobufWriter, graph: OnnxGraph): void {
  for (const node of graph.nodes) writer.message(1, (inner) => writeNode(inner, node));
  writer.text(2, graph.name);
  for (const tensor of graph.constants) writer.message(5, (inner) => writeTensor(inner, tensor));
  for (const value of graph.inputs) writer.message(11, (inner) => writeValue(inner, value));
  for (const value of graph.outputs) writer.message(12, (inner) => writeValue(inner, value));
}

function writeNode(writer: ProtobufWriter, node: OnnxNode): void {
  for (const name of node.inputs) writer.text(1, name);
  for (const { name } of node.outputs) writer.text(2, name);
  writer.text(3, node.name).text(4, node.type);
  for (const [name, attribute] of Object.entries(node.attributes)) {
    writer.message(5, (inner) => writeAttribute(inner.text(1, name), attribute));
  }
  if (node.domain !== '') writer.text(7, node.domain);
}

function writeAttribute(writer: ProtobufWriter, attribute: Attribute): void {
  if ('float' in attribute) writer.float(2, attribute.float).int(20, 1);
  else if ('int' in attribute) writer.int(3, attribute.int).int(20, 2);
  else if ('text' in attribute) writer.text(4, attribute.text).int(20, 3);
  else if ('graph' in attribute)
    writer.message(6, (inner) => writeGraph(inner, attribute.graph)).int(20, 5);
  else {
    for (const value of attribute.ints) writer.int(8, value);
    writer.int(20, 7);
  }
}

function writeTensor(writer: ProtobufWriter, { name, shape, data }: OnnxTensor): void {
  for (const dimension of shape) writer.int(1, dimension);
  const type = data instanceof BigInt64Array ? 'int64' : 'float32';
  writer
    .int(2, ELEMENT_TYPES[type])
    .text(8, name)
    .bytes(9, new Uint8Array(data.buffer, data.byteOffset, data.byteLength));
}

function writeValue(writer: ProtobufWriter, { name, type, shape }: OnnxValue): void {
  writer.text(1, name).message(2, (typeProto) =>
    typeProto.message(1, (tensorType) => {
      tensorType.int(1, ELEMENT_TYPES[type]);
      tensorType.message(2, (shapeProto) => {
        for (const dimension of shape) {
          shapeProto.message(1, (inner) => writeDimension(inner, dimension));
        }
      });
    }),
  );
}

function writeDimension(writer: ProtobufWriter, dimension: Dimension): void {
  if (typeof dimension === 'number') writer.int(1, dimension);
  else writer.text(2, dimension);
}
