package fr.passerelle.depot;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.springframework.http.ContentDisposition;

/** The name of a file that came from elsewhere, without its folders. */
public final class NomDeFichier {

	/** What every file system takes. */
	private static final int LONGUEUR_MAX = 200;

	private static final String SANS_NOM = "sans-nom";

	private static final Pattern COMMANDES = Pattern.compile("\\p{Cntrl}");

	private NomDeFichier() {
	}

	/** The name that the answer gives, or the end of its address, or this one. */
	static String de(Optional<String> disposition, URI adresse, String sinon) {
		return Stream.of(disposition.flatMap(NomDeFichier::annonce), Optional.ofNullable(adresse.getPath()))
			.flatMap(Optional::stream)
			.map(NomDeFichier::court)
			.filter((nom) -> !nom.isEmpty())
			.findFirst()
			.orElse(sinon);
	}

	/** What a browser gives: some send a whole path, some nothing. */
	public static String deNavigateur(String nomOriginal) {
		String nom = (nomOriginal != null) ? court(nomOriginal) : "";
		return nom.isEmpty() ? SANS_NOM : nom;
	}

	/** The last part of a path of any system. */
	static String court(String chemin) {
		String propre = sansCommandes(chemin);
		String nom = propre.substring(Math.max(propre.lastIndexOf('/'), propre.lastIndexOf('\\')) + 1).strip();
		return (nom.length() > LONGUEUR_MAX) ? nom.substring(nom.length() - LONGUEUR_MAX) : nom;
	}

	static String sansCommandes(String texte) {
		return COMMANDES.matcher(texte).replaceAll("");
	}

	private static Optional<String> annonce(String disposition) {
		try {
			return Optional.ofNullable(ContentDisposition.parse(disposition).getFilename());
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

}
