export function runBuilt(
  path: string,
  args: readonly string[],
  folder: string,
): Promise<{ status: number; stdout: string; stderr: string }>;
