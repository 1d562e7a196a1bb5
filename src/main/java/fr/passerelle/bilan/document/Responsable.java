package fr.passerelle.bilan.document;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;

/** A person the bilan is sent to. */
@XmlAccessorType(XmlAccessType.FIELD)
public class Responsable {

	@XmlAttribute
	public String civilite;

	@XmlAttribute
	public String nom;

	@XmlAttribute
	public String prenom;

	@XmlAttribute
	public Boolean legal1;

	@XmlAttribute
	public Boolean legal2;

	@XmlAttribute(name = "lien-parente")
	public String lienParente;

	@XmlAttribute
	public String denomination;

	public Adresse adresse;

}
