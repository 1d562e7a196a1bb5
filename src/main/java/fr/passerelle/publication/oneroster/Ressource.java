package fr.passerelle.publication.oneroster;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import fr.passerelle.mapping.SqlFile;

/**
 * A kind of object of the REST interface, as a file of
 * {@code mappings/flux/oneroster-rest} says it.
 *
 * @param type its name in the plural, that of the collection: {@code classes}
 * @param champ what a consumer must have in its {@code champs} to receive it, null when
 * everybody does
 * @param champs what may be named in a request, by name
 * @param sql gives {@code id}, {@code valeurs} (jsonb) and {@code cles}
 */
public record Ressource(String type, String champ, Map<String, Champ> champs, String sql) {

	static final Champ ID = new Champ("sourcedId", "sourcedId");

	static final Champ STATUT = new Champ("status", "status");

	static final Champ MODIFIE = new Champ("dateLastModified", "dateLastModified");

	static Ressource lire(SqlFile fichier) {
		Map<String, Champ> champs = new LinkedHashMap<>();
		Stream
			.concat(Stream.of(ID, STATUT, MODIFIE),
					fichier.liste("champs").stream().map((chemin) -> Champ.lire(fichier.nom(), chemin)))
			.forEach((champ) -> champs.put(champ.nom(), champ));
		return new Ressource(fichier.champ("type"), fichier.trouver("champ").orElse(null), champs, fichier.sql());
	}

	public boolean estDonneeA(List<String> siens) {
		return this.champ == null || siens.contains(this.champ);
	}

	public Optional<Champ> trouver(String nom) {
		return Optional.ofNullable(this.champs.get(nom));
	}

	/** What an object is made of, in order. */
	public Set<String> noms() {
		Set<String> noms = new LinkedHashSet<>();
		this.champs.values().forEach((unChamp) -> noms.add(unChamp.premier()));
		return noms;
	}

}
