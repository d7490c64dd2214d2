package dev.switchboard.app.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The figures and goals of a run, each told to a listener as soon as it is known. */
public final class Results {

  private final Consumer<Figure> news;
  private final List<Figure> figures = new ArrayList<>();
  private final List<Goal> goals = new ArrayList<>();

  /** Begins empty; the listener hears each figure once. */
  public Results(Consumer<Figure> news) {
    this.news = news;
  }

  /** The figures, in the order in which they were measured. */
  public List<Figure> figures() {
    return List.copyOf(figures);
  }

  /** The goals, in the order in which they were judged. */
  public List<Goal> goals() {
    return List.copyOf(goals);
  }

  /** Adds a figure; see {@link Figure}. */
  public void add(Section section, String name, double value, String unit, String method) {
    var figure = new Figure(section, name, value, unit, method);
    figures.add(figure);
    news.accept(figure);
  }

  /** Adds a goal. */
  public void judge(Goal goal) {
    goals.add(goal);
  }
}
