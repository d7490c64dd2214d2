package dev.switchboard.bot.tool;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecifications;
import dev.langchain4j.invocation.InvocationContext;
import dev.langchain4j.service.tool.DefaultToolExecutor;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes tools of the methods of beans. */
final class BeanTools {
  private static final Logger LOG = LoggerFactory.getLogger(BeanTools.class);

  private BeanTools() {}

  /** Those of the beans that the team allows. */
  static Stream<Tool> of(Iterable<? extends CustomerTools> beans, Iterable<ToolEntry> allowed) {
    var permissions =
        stream(allowed)
            .collect(Collectors.toMap(each -> ToolEntry.key(each.name()), Function.identity()));
    return stream(beans).flatMap(bean -> of(bean, permissions));
  }

  private static <T> Stream<T> stream(Iterable<? extends T> all) {
    return java.util.stream.StreamSupport.stream(all.spliterator(), false).map(each -> (T) each);
  }

  private static Stream<Tool> of(CustomerTools bean, Map<String, ToolEntry> permissions) {
    return Arrays.stream(bean.getClass().getMethods())
        .filter(method -> method.isAnnotationPresent(dev.langchain4j.agent.tool.Tool.class))
        .flatMap(method -> of(bean, method, permissions));
  }

  private static Stream<Tool> of(
      CustomerTools bean, Method method, Map<String, ToolEntry> permissions) {
    var specification = ToolSpecifications.toolSpecificationFrom(method);
    var permission = permissions.get(ToolEntry.key(specification.name()));
    if (permission == null) {
      LOG.info(
          "the tool {} is there, but not listed: no model is told of it", specification.name());
      return Stream.empty();
    }
    var executor =
        DefaultToolExecutor.builder()
            .object(bean)
            .originalMethod(method)
            .methodToInvoke(method)
            .wrapToolArgumentsExceptions(true)
            .propagateToolExecutionExceptions(true)
            .build();
    return Stream.of(
        Tool.of(
            specification,
            permission,
            (arguments, caller) ->
                executor
                    .executeWithContext(
                        ToolExecutionRequest.builder()
                            .name(specification.name())
                            .arguments(arguments)
                            .build(),
                        InvocationContext.builder()
                            .invocationParameters(caller.parameters())
                            .build())
                    .resultText()));
  }
}
