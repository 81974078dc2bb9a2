import fc from "fast-check";
import { expect, test } from "vitest";
import { ColumnRoom } from "../../src/layout/column-room.js";

test("a column that is closed takes no label any more, wherever, and one that is not may", () => {
  const labels = fc.array(
    fc.record({ y: fc.integer({ min: 0, max: 700 }), height: fc.integer({ min: 20, max: 80 }) }),
    {
      minLength: 60,
      maxLength: 120,
    },
  );
  let closings = 0;
  fc.assert(
    fc.property(labels, fc.integer({ min: 1, max: 300 }), (all, beyond) => {
      const room = new ColumnRoom(700, beyond);
      for (const { y, height } of all) {
        const wasClosed = room.isClosed;
        const taken = room.take(y, height);
        if (wasClosed) expect(taken).toBe(false);
      }
      if (room.isClosed) closings++;
    }),
  );
  expect(closings).toBeGreaterThan(10);
});
