package fr.passerelle.route;

import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An address uses a component of the list, a known queue or server, and holds no
 * password.
 */
class AddressRule implements RouteRule {

	/** What a route may speak with. Not seda: what is in it dies with the process. */
	static final Set<String> COMPOSANTS = Set.of("bean", "direct", "file", "jms", "log", "scheduler", "sftp");

	/** What a route may send to or take from, besides the error queues and the events. */
	static final Set<String> FILES = Set.of("passerelle.depots", "passerelle.projections",
			"passerelle.synchronisations", "passerelle.depots.lettres-mortes", "passerelle.expires");

	private static final Pattern FAMILLES = Pattern
		.compile("passerelle\\.(?:(?:erreurs|evenements)\\.[a-z$].*|depots\\.entree(?:\\.[a-z0-9-]+)?)");

	/** A server is named, it is described in the settings. */
	private static final Pattern SERVEUR = Pattern.compile("[a-z0-9-]+");

	private static final Pattern SECRET = Pattern
		.compile("(?i).*(?:password|passwd|motdepasse|secret|passphrase|token).*");

	@Override
	public Stream<RouteFault> fautes(RouteSet routes) {
		return routes.corps()
			.stream()
			.flatMap((corps) -> Stream.of(composants(corps), files(corps), serveurs(corps), secrets(corps))
				.flatMap(Function.identity()));
	}

	private static Stream<RouteFault> composants(RouteBody corps) {
		return corps.uris()
			.filter((uri) -> !Placeholder.reste(uri.cible()) && !COMPOSANTS.contains(uri.schema()))
			.map((uri) -> corps.document()
				.faute(uri.ou(), "le composant « %s » n'est pas admis dans une route. Composants admis : %s."
					.formatted(uri.schema(), COMPOSANTS.stream().sorted().toList())));
	}

	private static Stream<RouteFault> files(RouteBody corps) {
		return corps.uris()
			.filter((uri) -> uri.schema().equals("jms") && !Placeholder.reste(uri.cible()) && !estConnue(file(uri)))
			.map((uri) -> corps.document()
				.faute(uri.ou(),
						"l'adresse « %s » n'est pas de celles du hub (passerelle.depots, passerelle.projections, passerelle.synchronisations, passerelle.erreurs.*, passerelle.evenements.*…)."
							.formatted(file(uri))));
	}

	/** So that no route can go around the known keys of a server, nor write there. */
	private static Stream<RouteFault> serveurs(RouteBody corps) {
		return corps.uris()
			.filter((uri) -> uri.schema().equals("sftp") && !Placeholder.reste(uri.cible()))
			.filter((uri) -> !uri.estEntree() || !uri.parametres().isEmpty() || !SERVEUR.matcher(uri.nom()).matches())
			.map((uri) -> corps.document()
				.faute(uri.ou(),
						"une adresse sftp est l'entrée d'une route et n'a que le nom d'un canal, sans paramètre : « sftp:academie ». Le reste est dans les réglages passerelle.canaux.sftp."));
	}

	private static Stream<RouteFault> secrets(RouteBody corps) {
		return corps.uris()
			.filter((uri) -> uri.nom().matches("[^?]*:[^/]*@.*")
					|| uri.parametres().keySet().stream().anyMatch((nom) -> SECRET.matcher(nom).matches()))
			.map((uri) -> corps.document()
				.faute(uri.ou(),
						"une adresse ne porte pas de mot de passe. Mettez-le dans les réglages du hub, hors de routes/."));
	}

	private static boolean estConnue(String file) {
		return FILES.contains(file) || FAMILLES.matcher(file).matches();
	}

	private static String file(RouteUri uri) {
		return uri.nom().replaceFirst("^(?:queue|topic):/*", "");
	}

}
