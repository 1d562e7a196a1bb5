package fr.passerelle.publication.ldap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPInterface;
import com.unboundid.ldap.sdk.SearchScope;

/**
 * A directory as an ENT reads it, after part A of the document and nothing else: who is
 * there, which classes and groups there are, who is in them, who is whose parent. Each is
 * a line of words, to be compared with the directory of the hub.
 */
public final class AnnuaireLu {

	private final Map<String, Entry> entrees = new LinkedHashMap<>();

	AnnuaireLu(List<Entry> entrees) {
		entrees.forEach((entree) -> this.entrees.put(entree.getDN(), entree));
	}

	public static AnnuaireLu de(LDAPInterface serveur) {
		try {
			return new AnnuaireLu(
					new ArrayList<>(serveur.search(Sdet.BASE, SearchScope.SUB, "(objectClass=*)").getSearchEntries()));
		}
		catch (LDAPException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Code of each school. */
	Set<String> etablissements() {
		return lignes("ENTEtablissement", (entree) -> Stream.of(entree.getAttributeValue("ENTStructureUAI")));
	}

	/** Number, profile and names of each person. */
	Set<String> personnes() {
		return lignes("ENTPerson", (entree) -> Stream.of(String.join(" ", numero(entree), profil(entree),
				entree.getAttributeValue("sn"), String.valueOf(entree.getAttributeValue("givenName")))));
	}

	/** School, nature and code of each class and group. */
	Set<String> groupes() {
		Set<String> groupes = lignes("ENTClasse", (entree) -> Stream.of(cn(entree)));
		groupes.addAll(lignes("ENTGroupe", (entree) -> Stream.of(cn(entree))));
		return groupes;
	}

	/** School, nature and code of a class or group, and number of each member. */
	Set<String> membres() {
		Set<String> membres = lignes("ENTClasse", this::membres);
		membres.addAll(lignes("ENTGroupe", this::membres));
		return membres;
	}

	/** The same for the profile groups: eleves, enseignants, parents. */
	Set<String> profils() {
		return lignes("ENTProfil", this::membres);
	}

	/**
	 * Number of an élève, school and code of her class; who is in no class any more waits
	 * with the last one, which the schema asks for.
	 */
	Set<String> classes() {
		Set<String> membres = new TreeSet<>(valeursDesClasses());
		return lignes("ENTEleve", (entree) -> Arrays.stream(entree.getAttributeValues("ENTEleveClasses"))
			.filter((valeur) -> membres.contains(entree.getDN()))
			.map((valeur) -> numero(entree) + " " + uai(valeur.split("\\$")[0]) + " " + valeur.split("\\$")[1]));
	}

	private List<String> valeursDesClasses() {
		return this.entrees.values()
			.stream()
			.filter((entree) -> entree.hasObjectClass("ENTClasse"))
			.flatMap((entree) -> valeurs(entree, "member"))
			.toList();
	}

	/** Numbers of an élève and of a responsable, as both say it. */
	Set<String> liens() {
		Set<String> descendants = lignes("ENTEleve", (entree) -> valeurs(entree, "ENTElevePersRelEleve")
			.map((valeur) -> numero(entree) + " " + numero(this.entrees.get(valeur.split("\\$")[0]))));
		Set<String> ascendants = lignes("ENTAuxPersRelEleve", (entree) -> valeurs(entree, "ENTAuxPersRelEleveEleve")
			.map((valeur) -> numero(this.entrees.get(valeur)) + " " + numero(entree)));
		if (!descendants.equals(ascendants)) {
			throw new AssertionError("élèves and responsables do not name the same: " + descendants + ascendants);
		}
		return descendants;
	}

	private Stream<String> membres(Entry entree) {
		return valeurs(entree, "member").map((dn) -> cn(entree) + " " + numero(this.entrees.get(dn)));
	}

	private String uai(String dn) {
		return this.entrees.get(dn).getAttributeValue("ENTStructureUAI");
	}

	private static String cn(Entry entree) {
		return entree.getAttributeValue("cn").replace(':', ' ');
	}

	private static String numero(Entry entree) {
		return entree.getAttributeValue("ENTPersonJointure").split("\\$")[1];
	}

	private static String profil(Entry entree) {
		if (entree.hasObjectClass("ENTEleve")) {
			return "Eleve";
		}
		if (entree.hasObjectClass("ENTAuxPersRelEleve")) {
			return "Responsable";
		}
		return entree.hasObjectClass("ENTAuxEnseignant") ? "Enseignant" : "Personnel";
	}

	private static Stream<String> valeurs(Entry entree, String attribut) {
		String[] valeurs = entree.getAttributeValues(attribut);
		return Stream.of((valeurs != null) ? valeurs : new String[0]);
	}

	private Set<String> lignes(String classe, java.util.function.Function<Entry, Stream<String>> lecture) {
		Set<String> lignes = new TreeSet<>();
		this.entrees.values()
			.stream()
			.filter((entree) -> entree.hasObjectClass(classe))
			.flatMap(lecture)
			.forEach(lignes::add);
		return lignes;
	}

}
