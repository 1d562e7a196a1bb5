package fr.passerelle.route;

import java.util.stream.Stream;

/**
 * A call of a bean, in whatever way the route writes it.
 *
 * @param ou where it is written
 * @param bean name of the bean, or an empty text
 * @param methode name of the method, or an empty text when the route names none
 */
record BeanCall(YamlNode ou, String bean, String methode) {

	static Stream<BeanCall> de(RouteBody corps) {
		Stream<BeanCall> etapes = Stream.of("bean", "method")
			.flatMap(corps::mots)
			.filter((noeud) -> !noeud.champs().isEmpty())
			.map((noeud) -> new BeanCall(noeud, texte(corps, noeud, "ref"), texte(corps, noeud, "method")));
		Stream<BeanCall> adresses = corps.uris()
			.filter((uri) -> uri.schema().equals("bean"))
			.map((uri) -> new BeanCall(uri.ou(), uri.nom(), uri.parametres().getOrDefault("method", "")));
		return Stream.concat(etapes, adresses).map(BeanCall::sansArguments);
	}

	private static String texte(RouteBody corps, YamlNode noeud, String champ) {
		return corps.resoudre(noeud.texte(champ).orElse(""));
	}

	private BeanCall sansArguments() {
		return new BeanCall(this.ou, this.bean.replaceFirst("^#(bean:)?", ""),
				this.methode.replaceFirst("\\(.*", "").strip());
	}

}
