package fr.passerelle.catalogue;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import fr.passerelle.mapping.Mappings;
import fr.passerelle.noyau.Constat;

/**
 * The texts of every code. A {@link Constat} may choose one of the texts of its code with
 * the value {@code variante}; the code stays the same for machines. Making a text never
 * fails: what could be wrong is refused when the catalogue is made.
 */
public final class Catalogue {

	/** Value of a {@link Constat} that chooses one of the texts of its code. */
	public static final String VARIANTE = "variante";

	/** The refusal of what is not for the hub, a variant for each kind of file. */
	private static final String ETRANGER = "C04";

	private final Map<String, Regle> regles = new TreeMap<>();

	Catalogue(Collection<Regle> regles) {
		for (Regle regle : regles) {
			if (this.regles.put(regle.cle(), regle) != null) {
				throw new CatalogueFaux(regle.cle(), "ce code est décrit deux fois");
			}
			verifier(regle);
		}
	}

	/**
	 * The catalogue of {@code messages/*.yaml}, and of the SQL rules and the foreign
	 * files of mappings/.
	 */
	public static Catalogue lire(Mappings mappings) {
		List<Regle> regles = new MessagesReader().lire();
		regles.addAll(ReglesSql.lire(mappings));
		regles.stream()
			.filter((regle) -> regle.cle().equals(ETRANGER))
			.findFirst()
			.ifPresent((refus) -> regles.addAll(ReglesEtrangers.lire(mappings, refus)));
		return new Catalogue(regles);
	}

	/** What to say about this reason; of an unknown code, the code itself. */
	public Texte texte(Constat constat) {
		Map<String, String> valeurs = constat.valeurs();
		return trouver(constat).map((regle) -> remplir(regle, valeurs))
			.orElseGet(() -> new Texte(constat.code(), constat.code(), constat.code(), Effet.AVERTISSEMENT,
					FileErreurs.SYSTEME, constat.code(), "", ""));
	}

	/** The general entry of this code. */
	public Optional<Regle> regle(String code) {
		return Optional.ofNullable(this.regles.get(code));
	}

	/** Every entry, variants included, by code. */
	public Collection<Regle> regles() {
		return List.copyOf(this.regles.values());
	}

	/** The variables that the texts of this entry ask for. */
	Set<String> variables(Regle regle) {
		return Variables.de(regle.libelle(), regle.titre(), regle.cause(), regle.correction());
	}

	private Optional<Regle> trouver(Constat constat) {
		String variante = constat.valeurs().getOrDefault(VARIANTE, "");
		return Optional.ofNullable(this.regles.get(Regle.cle(constat.code(), variante)))
			.or(() -> regle(constat.code()));
	}

	private static Texte remplir(Regle regle, Map<String, String> valeurs) {
		return new Texte(regle.code(), regle.famille(), Variables.remplir(regle.libelle(), valeurs), regle.effet(),
				regle.file(), Variables.remplir(regle.titre(), valeurs), Variables.remplir(regle.cause(), valeurs),
				Variables.remplir(regle.correction(), valeurs));
	}

	private static void verifier(Regle regle) {
		for (String texte : List.of(regle.libelle(), regle.titre(), regle.cause(), regle.correction())) {
			if (Variables.malEcrites(texte)) {
				throw new CatalogueFaux(regle.cle(), "accolade sans variable dans « " + texte + " »");
			}
		}
		if (regle.titre().isBlank()) {
			throw new CatalogueFaux(regle.cle(), "le titre manque");
		}
	}

}
