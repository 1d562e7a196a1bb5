package fr.passerelle.route;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import org.springframework.util.ReflectionUtils;

/** A bean that a route calls exists, and has the public method that the route names. */
class BeanRule implements RouteRule {

	private final Function<String, Class<?>> types;

	BeanRule(Function<String, Class<?>> types) {
		this.types = types;
	}

	@Override
	public Stream<RouteFault> fautes(RouteSet routes) {
		return routes.corps().stream().flatMap((corps) -> Stream.concat(appels(corps), caches(corps)));
	}

	private Stream<RouteFault> appels(RouteBody corps) {
		return BeanCall.de(corps)
			.filter((appel) -> !Placeholder.reste(appel.bean() + appel.methode()))
			.flatMap((appel) -> juger(appel).map((texte) -> corps.document().faute(appel.ou(), texte)).stream());
	}

	private Optional<String> juger(BeanCall appel) {
		if (appel.bean().isEmpty()) {
			return Optional.of("cette étape ne nomme pas de bean. Écrivez « ref: » et le nom d'un bean du hub.");
		}
		Class<?> type = this.types.apply(appel.bean());
		if (type == null) {
			return Optional.of("le bean « %s » n'existe pas. Vérifiez son orthographe.".formatted(appel.bean()));
		}
		List<String> methodes = methodes(type);
		if (appel.methode().isEmpty()) {
			return (methodes.size() == 1) ? Optional.empty()
					: Optional.of("le bean « %s » a plusieurs méthodes : dites laquelle par « method: ». Méthodes : %s."
						.formatted(appel.bean(), methodes));
		}
		return methodes.contains(appel.methode()) ? Optional.empty()
				: Optional.of("le bean « %s » n'a pas de méthode « %s ». Méthodes : %s.".formatted(appel.bean(),
						appel.methode(), methodes));
	}

	private static List<String> methodes(Class<?> type) {
		return Stream.of(ReflectionUtils.getUniqueDeclaredMethods(type))
			.filter((methode) -> Modifier.isPublic(methode.getModifiers()) && !methode.isSynthetic())
			.filter((methode) -> methode.getDeclaringClass() != Object.class && !estDeObject(methode))
			.map(Method::getName)
			.distinct()
			.sorted()
			.toList();
	}

	private static boolean estDeObject(Method methode) {
		return ReflectionUtils.isObjectMethod(methode);
	}

	private static Stream<RouteFault> caches(RouteBody corps) {
		return corps.corps()
			.tous()
			.filter((noeud) -> noeud.texte().filter((texte) -> texte.contains("${bean:")).isPresent())
			.map((noeud) -> corps.document()
				.faute(noeud,
						"un bean caché dans une expression (${bean:…}) n'est vérifié par rien. Appelez-le par une étape « bean: »."));
	}

}
