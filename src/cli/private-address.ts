/** Detects addresses of private networks, which a document must not make the program request. */
import { BlockList, isIP } from "node:net";

/** IANA special-purpose address registries (RFC 6890 and its successors), and multicast. */
const IPV4 = [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 3],
] as const;
/** `64:ff9b::/96` and `2002::/16` hold IPv4 addresses, private ones among them. */
const IPV6 = [
  ["::", 127],
  ["64:ff9b::", 96],
  ["64:ff9b:1::", 48],
  ["100::", 64],
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["fc00::", 7],
  ["fe80::", 10],
  ["fec0::", 10],
  ["ff00::", 8],
] as const;

const blocked = new BlockList();
for (const [net, bits] of IPV4) blocked.addSubnet(net, bits, "ipv4");
for (const [net, bits] of IPV6) blocked.addSubnet(net, bits, "ipv6");

/** Whether an IP address is not public. A text that is no address counts as private. */
export function isPrivateAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 0) return true;
  const mapped = /^::(?:ffff:)?(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return isPrivateAddress(mapped);
  return blocked.check(address, family === 4 ? "ipv4" : "ipv6");
}
