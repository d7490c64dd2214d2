package dev.switchboard.knowledge.ranking;

/** Gradient descent with steps of its own for each weight (Kingma and Ba, Adam, 2015). */
final class Adam {

  private static final double FIRST = 0.9;
  private static final double SECOND = 0.99;

  /** The gradient of a loss at given weights. */
  interface Loss {
    double[] gradient(double[] weights);
  }

  private final int steps;
  private final double stepSize;

  Adam(int steps, double stepSize) {
    this.steps = steps;
    this.stepSize = stepSize;
  }

  /** The weights after all steps from zero, each step a little shorter than the one before. */
  double[] minimise(int size, Loss loss) {
    var weights = new double[size];
    var mean = new double[size];
    var square = new double[size];
    for (int t = 1; t <= steps; t++) {
      double[] gradient = loss.gradient(weights);
      double left = stepSize * (1 - (double) t / steps + 0.02);
      for (int i = 0; i < size; i++) {
        mean[i] = FIRST * mean[i] + (1 - FIRST) * gradient[i];
        square[i] = SECOND * square[i] + (1 - SECOND) * gradient[i] * gradient[i];
        double direction = mean[i] / (1 - Math.pow(FIRST, t));
        double size2 = Math.sqrt(square[i] / (1 - Math.pow(SECOND, t)));
        weights[i] -= left * direction / (size2 + 1e-8);
      }
    }
    return weights;
  }
}
