package dev.switchboard.knowledge.embedding;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import dev.langchain4j.model.embedding.onnx.AbstractInProcessEmbeddingModel;
import dev.langchain4j.model.embedding.onnx.OnnxBertBiEncoder;
import dev.langchain4j.model.embedding.onnx.PoolingMode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.net.URLConnection;
import java.nio.ByteBuffer;

/**
 * One of LangChain4j's bundled ONNX models in a session of one thread that does not spin. Texts are
 * embedded on the calling thread; the model is safe for use by many threads at once.
 */
public final class InProcessModel extends AbstractInProcessEmbeddingModel {

  /** How many numbers a vector of each has. */
  public static final int DIMENSION = 384;

  private static final int PART = 1 << 16;

  private final OnnxBertBiEncoder encoder;

  private InProcessModel(String name, PoolingMode pooling) {
    super(Runnable::run);
    Offline.insist();
    encoder = load(name, pooling);
  }

  /** Sentence-Transformers all-MiniLM-L6-v2, 8-bit, English, 128 tokens. */
  public static InProcessModel miniLm() {
    return new InProcessModel("all-minilm-l6-v2-q", PoolingMode.MEAN);
  }

  /** BAAI bge-small-en-v1.5, 8-bit, English, 512 tokens. */
  public static InProcessModel bgeSmall() {
    return new InProcessModel("bge-small-en-v1.5-q", PoolingMode.CLS);
  }

  @Override
  protected OnnxBertBiEncoder model() {
    return encoder;
  }

  private static OnnxBertBiEncoder load(String name, PoolingMode pooling) {
    var environment = OrtEnvironment.getEnvironment();
    // Outside the heap, which would keep the room of the two models' bytes for good.
    try (var memory = Arena.ofConfined();
        var tokenizer = resource(name + "-tokenizer.json").getInputStream()) {
      var model = bytes(resource(name + ".onnx"), memory);
      return new OnnxBertBiEncoder(environment, session(environment, model), tokenizer, pooling);
    } catch (IOException e) {
      throw new UncheckedIOException("the embedding model " + name + " cannot be read", e);
    } catch (OrtException e) {
      throw new IllegalStateException("the embedding model " + name + " cannot be started", e);
    }
  }

  private static OrtSession session(OrtEnvironment environment, ByteBuffer model)
      throws OrtException {
    try (var options = new SessionOptions()) {
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      options.addConfigEntry("session.intra_op.allow_spinning", "0");
      options.setOptimizationLevel(SessionOptions.OptLevel.ALL_OPT);
      return environment.createSession(model, options);
    }
  }

  private static ByteBuffer bytes(URLConnection resource, Arena memory) throws IOException {
    var bytes = memory.allocate(resource.getContentLengthLong()).asByteBuffer();
    var part = new byte[PART];
    try (var in = resource.getInputStream()) {
      for (int read = in.read(part); read >= 0; read = in.read(part)) {
        bytes.put(part, 0, read);
      }
    }
    return bytes.flip();
  }

  private static URLConnection resource(String name) throws IOException {
    var resource = InProcessModel.class.getResource("/" + name);
    if (resource == null) {
      throw new IOException(name + " is not on the class path");
    }
    return resource.openConnection();
  }
}
