package fr.passerelle.publication.ldap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldif.LDIFException;
import com.unboundid.ldif.LDIFReader;
import fr.passerelle.noyau.Constat;

/**
 * The gate: reads the LDIF that was written, as a server does, and finds what it would
 * refuse (an attribute the schema asks for, an entry written twice) or lose (a DN that
 * names nothing).
 */
final class Controle {

	/** What one page of a report shows. */
	private static final int MAX = 20;

	private final Modeles modeles;

	private final List<Constat> fautes = new ArrayList<>();

	private final Set<String> connus = new HashSet<>();

	Controle(Modeles modeles) {
		this.modeles = modeles;
	}

	/** Reads the file twice: an élève names responsables, and they name her. */
	List<Constat> lire(Path fichier) {
		parcourir(fichier, (entree) -> exiger(this.connus.add(normal(entree.getDN())), "LDAP_REPETE", entree, "dn"));
		parcourir(fichier,
				(entree) -> this.modeles.tous()
					.stream()
					.filter((modele) -> estDe(entree, modele))
					.findFirst()
					.ifPresent((modele) -> lire(entree, modele)));
		return List.copyOf(this.fautes);
	}

	/** Among the classes that the hub gives, it has none that this sort has not. */
	private boolean estDe(Entry entree, Modele modele) {
		return entree.hasAttribute(modele.marque()) && Stream.of(entree.getObjectClassValues())
			.filter((classe) -> this.modeles.tous().stream().anyMatch((un) -> un.donne(classe)))
			.allMatch(modele::donne);
	}

	private void lire(Entry entree, Modele modele) {
		modele.exige().forEach((attribut) -> exiger(entree.hasAttribute(attribut), "LDAP_VIDE", entree, attribut));
		for (String attribut : modele.cite()) {
			String[] valeurs = entree.getAttributeValues(attribut);
			for (String valeur : (valeurs != null) ? valeurs : new String[0]) {
				String nom = valeur.split("\\$", 2)[0];
				exiger(!nom.contains("=") || this.connus.contains(normal(nom)), "LDAP_REFERENCE", entree, attribut);
			}
		}
	}

	private void exiger(boolean vrai, String code, Entry entree, String attribut) {
		if (!vrai && this.fautes.size() < MAX) {
			this.fautes.add(Constat.de(code, "dn", entree.getDN(), "attribut", attribut));
		}
	}

	private void parcourir(Path fichier, Consumer<Entry> suite) {
		try (LDIFReader entrees = new LDIFReader(fichier.toFile())) {
			for (Entry entree = entrees.readEntry(); entree != null; entree = entrees.readEntry()) {
				suite.accept(entree);
			}
		}
		catch (LDIFException ex) {
			this.fautes.add(Constat.de("LDAP_ILLISIBLE", "ligne", Long.toString(ex.getLineNumber())));
		}
		catch (IOException ex) {
			throw new UncheckedIOException("reading again " + fichier.getFileName(), ex);
		}
	}

	private static String normal(String dn) {
		try {
			return DN.normalize(dn);
		}
		catch (LDAPException ex) {
			return dn;
		}
	}

}
