package io.patronilint.core.parallel;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Does the same with many things on several threads; the results come in the order of the things.
 *
 * <p>Threads live as long as one call, so nothing has to be closed. Few things are done on the
 * caller's thread, because starting others would take longer.
 */
public final class Workers {

  private static final int FEW = 64;
  private static final int AT_ONCE = 8;

  private final int threads;

  private Workers(int threads) {
    this.threads = threads;
  }

  /** Works on at most {@code threads} threads, the caller's own included. */
  public static Workers of(int threads) {
    return new Workers(Math.max(1, threads));
  }

  /** Works on as many threads as there are processors. */
  public static Workers all() {
    return of(Runtime.getRuntime().availableProcessors());
  }

  /**
   * Returns what {@code task} makes of each of {@code things}.
   *
   * <p>Throws what a task throws; of several, one of them.
   */
  public <T, R> List<R> map(List<T> things, Function<? super T, ? extends R> task) {
    if (threads == 1 || things.size() < FEW) {
      List<R> results = new ArrayList<>(things.size());
      for (T thing : things) {
        results.add(task.apply(thing));
      }
      return results;
    }
    return new Run<T, R>(List.copyOf(things), task).on(threads);
  }

  /** One call. */
  private static final class Run<T, R> {
    private final List<T> things;
    private final Function<? super T, ? extends R> task;
    private final List<@Nullable R> results;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    Run(List<T> things, Function<? super T, ? extends R> task) {
      this.things = things;
      this.task = task;
      this.results = new ArrayList<>(Collections.nCopies(things.size(), null));
    }

    List<R> on(int threads) {
      List<Thread> others = new ArrayList<>();
      for (int i = 1; i < threads && i * AT_ONCE < things.size(); i++) {
        Thread thread = new Thread(this::work, "patroni-lint-" + i);
        thread.setDaemon(true);
        thread.start();
        others.add(thread);
      }
      work();
      others.forEach(Run::join);
      Throwable thrown = failure.get();
      if (thrown instanceof Error error) {
        throw error;
      }
      if (thrown instanceof RuntimeException exception) {
        throw exception;
      }
      List<R> done = new ArrayList<>(results.size());
      for (R result : results) {
        if (result != null) {
          done.add(result);
        }
      }
      return done;
    }

    @SuppressWarnings("CatchingUnchecked")
    private void work() {
      try {
        int from = next.getAndAdd(AT_ONCE);
        while (from < things.size() && failure.get() == null) {
          for (int i = from; i < Math.min(from + AT_ONCE, things.size()); i++) {
            results.set(i, task.apply(things.get(i)));
          }
          from = next.getAndAdd(AT_ONCE);
        }
      } catch (RuntimeException | Error e) {
        failure.compareAndSet(null, e);
      }
    }

    private static void join(Thread thread) {
      boolean interrupted = false;
      while (true) {
        try {
          thread.join();
          break;
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
