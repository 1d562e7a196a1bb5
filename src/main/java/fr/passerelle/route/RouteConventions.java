package fr.passerelle.route;

import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.apache.camel.CamelContext;
import org.springframework.aop.support.AopUtils;

/**
 * What a route file must respect beyond what Camel asks, checked at start, at each edit
 * and in the build, always on all the files together.
 */
class RouteConventions {

	private final List<RouteRule> regles;

	private final UnaryOperator<String> reglages;

	RouteConventions(Function<String, Class<?>> typesDesBeans, UnaryOperator<String> reglages) {
		this.regles = List.of(new FirstLineRule(), new NameRule(), new WordRule(), new TemplateRule(),
				new ConfigurationRule(), new BeanRule(typesDesBeans), new AddressRule(), new DirectRule(),
				new HeaderRule());
		this.reglages = reglages;
	}

	/** The conventions, with the beans and the settings of this context. */
	static RouteConventions de(CamelContext camel) {
		return new RouteConventions((nom) -> type(camel.getRegistry().lookupByName(nom)),
				(nom) -> camel.getPropertiesComponent().resolveProperty(nom).orElse(null));
	}

	/** The files understood, or the refusal that names every fault. */
	List<RouteDocument> verifier(List<RouteFile> fichiers) {
		List<RouteDocument> documents = fichiers.stream().map(RouteDocument::lire).toList();
		List<RouteFault> fautes = fautes(new RouteSet(documents, RouteBody.de(documents, this.reglages).toList()));
		if (!fautes.isEmpty()) {
			throw new RefusedRoutesException(fautes);
		}
		return documents;
	}

	private List<RouteFault> fautes(RouteSet routes) {
		return this.regles.stream().flatMap((regle) -> regle.fautes(routes)).distinct().toList();
	}

	private static Class<?> type(Object bean) {
		return Stream.ofNullable(bean).<Class<?>>map(AopUtils::getTargetClass).findFirst().orElse(null);
	}

}
