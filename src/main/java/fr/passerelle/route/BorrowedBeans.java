package fr.passerelle.route;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.apache.camel.CamelContext;
import org.apache.camel.Component;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.spi.BeanRepository;
import org.apache.camel.spi.Registry;

/**
 * The beans of the running hub, lent to the context where routes are tried; those that
 * are tied to the running context stay hidden, for a trial must not touch it.
 */
record BorrowedBeans(Registry vivant) implements BeanRepository {

	@Override
	public Object lookupByName(String nom) {
		return visible(this.vivant.lookupByName(nom));
	}

	@Override
	public <T> T lookupByNameAndType(String nom, Class<T> type) {
		return visible(this.vivant.lookupByNameAndType(nom, type));
	}

	@Override
	public <T> Map<String, T> findByTypeWithName(Class<T> type) {
		return this.vivant.findByTypeWithName(type)
			.entrySet()
			.stream()
			.filter((bean) -> visible(bean.getValue()) != null)
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
	}

	@Override
	public <T> Set<T> findByType(Class<T> type) {
		return this.vivant.findByType(type)
			.stream()
			.filter((bean) -> visible(bean) != null)
			.collect(Collectors.toSet());
	}

	private static <T> T visible(T bean) {
		return (bean instanceof Component || bean instanceof CamelContext || bean instanceof RoutesBuilder) ? null
				: bean;
	}

}
