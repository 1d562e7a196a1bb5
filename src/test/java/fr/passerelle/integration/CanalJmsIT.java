package fr.passerelle.integration;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jms.core.JmsTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** Files sent by message, on the real broker. */
class CanalJmsIT extends AvecCanaux {

	private static final String ENTREE = "passerelle.depots.entree";

	private static final String REPONSES = "passerelle.reponses.essai";

	private JmsTemplate jms;

	@Autowired
	void ouvrir(ConnectionFactory connexions) {
		this.jms = new JmsTemplate(connexions);
		this.jms.setReceiveTimeout(20_000);
	}

	@Test
	void aMessageIsADepositAndItsSenderIsToldTheVerdict() throws Exception {
		College college = college(reglages(1, 30, 390));
		Path fichier = college.fichier("SIECLE_STRUCTURES");

		JsonNode verdict = demander(
				Map.of("fichier", fichier.getFileName().toString(), "uai",
						college.uai().toLowerCase(java.util.Locale.ROOT), "deposant", "serveur\nde gestion"),
				Files.readAllBytes(fichier));
		String numero = traite(college);
		JsonNode encore = demander(Map.of("fichier", "autre nom.zip"), Files.readAllBytes(fichier));

		assertThat(verdict.get("depot").asText()).isEqualTo(numero);
		assertThat(verdict.get("etat").asText()).isIn("depose", "en_traitement", "traite");
		assertThat(encore.get("etat").asText()).isEqualTo("doublon");
		assertThat(encore.get("code").asText()).isEqualTo("C09");
		assertThat(depots(college)).containsExactly("jms file JMS serveurde gestion traite", "jms file JMS doublon");
	}

	@Test
	void headersThatCommandCamelAreStrippedAndTheFileIsTakenAsAnyOther() throws Exception {
		College college = college(reglages(1, 30, 391));
		Path fichier = college.fichier("SIECLE_STRUCTURES");

		demander(Map.of("fichier", fichier.getFileName().toString(), "CamelBeanMethodName", "oublier",
				"cAmElBeanMethodName", "oublier", "org_dot_apache_dot_camel_dot_x", "y", "CamelFileName", "/tmp/x",
				"CamelJmsDestinationName", "passerelle.expires"), Files.readAllBytes(fichier));

		traite(college);
		assertThat(depots(college)).containsExactly("jms file JMS traite");
	}

	@Test
	void aPoisonMessageIsAnsweredOnceAndNeverComesAgain() throws Exception {
		long depots = this.hub.compter("SELECT count(*) FROM echange.depot");
		long mortes = this.hub.courtier().nombre("passerelle.depots.lettres-mortes");

		List<String> codes = List.of(code(Map.of(), new byte[] { 1 }), code(Map.of("fichier", " "), new byte[] { 1 }),
				code(Map.of("fichier", "f.zip"), new byte[0]), code(Map.of("fichier", "f.zip"), octets(4_000_000)),
				code(Map.of("fichier", "f.zip", "uai", "0750001A"), new byte[] { 1 }), codeDUnTexte());

		assertThat(codes).containsExactly("ENTREE_SANS_NOM", "ENTREE_SANS_NOM", "ENTREE_VIDE", "ENTREE_TROP_GRAND",
				"ENTREE_UAI", "ENTREE_FORME");
		assertThat(this.hub.courtier().erreurs("format")).extracting(Courtier.Erreur::regle)
			.contains("ENTREE_SANS_NOM", "ENTREE_VIDE", "ENTREE_TROP_GRAND", "ENTREE_FORME");
		assertThat(this.hub.courtier().erreurs("etablissement")).extracting(Courtier.Erreur::regle)
			.contains("ENTREE_UAI");
		Hub.jusqua(() -> this.hub.courtier().nombre(ENTREE) == 0);
		assertThat(this.hub.courtier().nombre("passerelle.depots.lettres-mortes")).isEqualTo(mortes);
		assertThat(this.hub.compter("SELECT count(*) FROM echange.depot")).isEqualTo(depots);
		assertThat(this.hub.compter("SELECT count(*) FROM echange.prise WHERE chemin LIKE 'jms:%' AND numero IS NULL"))
			.isZero();
	}

	@Test
	void aMessageTooLargeForOnePacketIsTakenWhole() throws Exception {
		byte[] octets = octets(2_500_000);

		JsonNode verdict = demander(Map.of("fichier", "grand.bin"), octets);

		assertThat(verdict.get("etat").asText()).isEqualTo("refuse");
		assertThat(this.hub.lire("SELECT concat_ws(' ', canal, fichier, taille) FROM echange.depot WHERE numero = ?",
				verdict.get("depot").asLong()))
			.containsExactly("jms grand.bin 2500000");
	}

	@Test
	void anAnswerIsNeverSentToAQueueOfTheHub() throws Exception {
		College college = college(reglages(1, 30, 392));
		Path fichier = college.fichier("SIECLE_STRUCTURES");
		long expires = this.hub.courtier().nombre("passerelle.expires");
		byte[] octets = Files.readAllBytes(fichier);

		this.jms.send(ENTREE, (session) -> message(session, Map.of("fichier", "f.zip"), octets, "passerelle.expires"));

		traite(college);
		assertThat(this.hub.courtier().nombre("passerelle.expires")).isEqualTo(expires);
	}

	private String code(Map<String, String> entetes, byte[] octets) throws Exception {
		return demander(entetes, octets).get("code").asText();
	}

	private String codeDUnTexte() throws Exception {
		String lien = UUID.randomUUID().toString();
		this.jms.send(ENTREE, (session) -> {
			TextMessage message = session.createTextMessage("un texte");
			message.setStringProperty("fichier", "f.xml");
			message.setJMSReplyTo(session.createQueue(REPONSES));
			message.setJMSCorrelationID(lien);
			return message;
		});
		return reponse(lien).get("code").asText();
	}

	/** Sends a file and waits for the answer. */
	private JsonNode demander(Map<String, String> entetes, byte[] octets) throws Exception {
		String lien = UUID.randomUUID().toString();
		this.jms.send(ENTREE, (session) -> {
			Message message = message(session, entetes, octets, REPONSES);
			message.setJMSCorrelationID(lien);
			return message;
		});
		return reponse(lien);
	}

	private JsonNode reponse(String lien) throws JMSException, JsonProcessingException {
		TextMessage reponse = (TextMessage) this.jms.receiveSelected(REPONSES, "JMSCorrelationID = '" + lien + "'");
		assertThat(reponse).as("an answer in " + REPONSES).isNotNull();
		return new ObjectMapper().readTree(reponse.getText());
	}

	private static Message message(Session session, Map<String, String> entetes, byte[] octets, String retour)
			throws JMSException {
		var message = session.createBytesMessage();
		message.writeBytes(octets);
		message.setJMSReplyTo(session.createQueue(retour));
		for (Map.Entry<String, String> entete : entetes.entrySet()) {
			message.setStringProperty(entete.getKey(), entete.getValue());
		}
		return message;
	}

	/** Bytes that do not compress. */
	private static byte[] octets(int nombre) {
		byte[] octets = new byte[nombre];
		new Random(7).nextBytes(octets);
		return octets;
	}

}
