package dev.switchboard.knowledge.ranking;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Arrays as bytes: how many numbers, then the numbers, a whole array at a time. */
final class Numbers {

  private Numbers() {}

  static void write(DataOutputStream out, float[] numbers) throws IOException {
    var bytes = ByteBuffer.allocate(numbers.length * Float.BYTES);
    bytes.asFloatBuffer().put(numbers);
    write(out, numbers.length, bytes);
  }

  static void write(DataOutputStream out, double[] numbers) throws IOException {
    var bytes = ByteBuffer.allocate(numbers.length * Double.BYTES);
    bytes.asDoubleBuffer().put(numbers);
    write(out, numbers.length, bytes);
  }

  static void write(DataOutputStream out, int[] numbers) throws IOException {
    var bytes = ByteBuffer.allocate(numbers.length * Integer.BYTES);
    bytes.asIntBuffer().put(numbers);
    write(out, numbers.length, bytes);
  }

  static void write(DataOutputStream out, float[][] rows) throws IOException {
    out.writeInt(rows.length);
    for (var row : rows) {
      write(out, row);
    }
  }

  static float[] readFloats(DataInputStream in) throws IOException {
    var numbers = new float[in.readInt()];
    bytes(in, numbers.length * Float.BYTES).asFloatBuffer().get(numbers);
    return numbers;
  }

  static double[] readDoubles(DataInputStream in) throws IOException {
    var numbers = new double[in.readInt()];
    bytes(in, numbers.length * Double.BYTES).asDoubleBuffer().get(numbers);
    return numbers;
  }

  static int[] readInts(DataInputStream in) throws IOException {
    var numbers = new int[in.readInt()];
    bytes(in, numbers.length * Integer.BYTES).asIntBuffer().get(numbers);
    return numbers;
  }

  static float[][] readRows(DataInputStream in) throws IOException {
    var rows = new float[in.readInt()][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = readFloats(in);
    }
    return rows;
  }

  private static void write(DataOutputStream out, int length, ByteBuffer bytes) throws IOException {
    out.writeInt(length);
    out.write(bytes.array());
  }

  private static ByteBuffer bytes(DataInputStream in, int length) throws IOException {
    var bytes = new byte[length];
    in.readFully(bytes);
    return ByteBuffer.wrap(bytes);
  }
}
