"""Frequent first names by the pronoun that takes them up. A name that is not here, or is anybody's (Kim, Andrea), tells nothing."""

from __future__ import annotations

_FEMALE = """
    Ada Adaeze Adriana Agnes Aisha Alba Alexandra Alice Alicia Alina Alison Amal Amanda Amelia Amina Amy Amélie Ana Anastasia Angela
    Angelika Anita Anja Ann Anna Annalena Anne Annette Annika Antonia Anya Astrid Aurora Ayesha Barbara Beata Beatrice Beatriz Bettina
    Birgit Bridget Brigitte Camila Carla Carmen Carol Caroline Catalina Catherine Cecilia Charlotte Chiara Chloe Christina Christine
    Claire Clara Claudia Cristina Daniela Daria Deborah Diana Dina Dorothy Edith Eleanor Elena Elisabeth Elise Elizabeth Ella Ellen Elsa
    Emilia Emily Emma Erika Esther Eva Fatima Fiona Florence Frances Françoise Gabriela Georgina Gerda Gillian Giorgia Giulia Gloria
    Grace Greta Hanna Hannah Heather Heidi Helen Helena Hilary Hillary Ida Ilse Ines Ingrid Inês Irene Irina Isabel Isabella Isabelle
    Ivana Jacinda Jane Janet Jennifer Jessica Joan Joanna Johanna Josephine Judith Julia Juliana Julie Kamala Karen Karin Kate Katharina
    Katherine Kathleen Katja Katrin Kirsten Laila Larissa Laura Layla Leila Lena Leonie Leyla Lidia Lina Linda Lisa Liz Lorena Louise
    Lucia Lucy Luisa Lydia Madeleine Magdalena Malala Manuela Margaret Margarita Maria Marian Marie Marina Marine Marion Martha Martina
    Mary María Matilda Maya Megan Melanie Melissa Meryem Mia Michelle Mira Miriam Mona Monica Monika Nadia Nancy Naomi Natalia Natalie
    Natasha Nicola Nicole Nina Nora Oksana Olena Olga Olivia Paola Patricia Paula Petra Pilar Priya Rachel Rebecca Regina Renate Rita
    Roberta Rosa Rose Rosemary Ruth Sabine Sally Samira Sandra Sara Sarah Sharon Sheila Silvia Simone Sofia Sonia Sophia Sophie Stella
    Stephanie Susan Susanne Suzanne Svetlana Sylvia Tamara Tanya Tatiana Teresa Theresa Tina Ursula Valentina Valerie Vanessa Vera
    Victoria Virginia Wendy Yasmin Yulia Yvette Yvonne Zainab Zara Zeynep Zoe
"""
_MALE = """
    Aaron Abdul Abdullah Abraham Adam Adrian Ahmad Ahmed Alan Albert Alberto Alejandro Aleksandr Alexander Alexei Alfred Ali Amir Anders
    Andrei Andrew Andriy Anthony Antoine Anton Antonio Antony António Arjun Arnold Arthur Bashir Ben Benedict Benjamin Bernard Bernd
    Bernie Bill Björn Bob Boris Brad Brian Bruce Bruno Carl Carlo Carlos Cesar Charles Chris Christian Christoph Christopher Craig
    Daniel Darren Dave David Dele Denis Dennis Derek Diego Dieter Dimitri Dirk Dmitry Dominic Donald Douglas Duncan Eduardo Edward Emil
    Emilio Emmanuel Enrique Eric Erik Ernst Fabian Felipe Felix Fernando Finn Florian Francesco Francis Francisco Frank Frans François
    Fred Frederick Friedrich Gareth Gary Gavin Geoffrey Georg George Gerald Gerard Gerhard Giorgio Giovanni Giuseppe Gordon Graham Greg
    Guido Gustavo Hans Harald Harold Harry Hassan Hector Heinrich Helmut Hendrik Henk Henri Henrik Henry Herbert Hermann Hugo Hussein
    Ian Ibrahim Igor Imran Ivan Jack Jacob Jacques Jaime Jake Jakob James Jan Jason Javier Jeff Jeffrey Jens Jeremy Jim Jimmy Joachim
    Joe Joel Johan Johann Johannes John Jonas Jonathan Jorge Jose Josef Joseph Joshua José Juan Julian Julio Jürgen Karl Keith Ken
    Kenneth Kevin Khalid Klaus Konstantin Kurt Kyle Lars Laurent Lawrence Leo Leon Leonard Leonardo Lewis Liam Lloyd Louis Luc Luca
    Lucas Luigi Luis Lukas Magnus Mahmoud Manuel Marc Marcel Marco Marcus Mario Mark Marko Markus Martin Mateo Matt Matteo Matthew
    Matthias Maurice Max Mehmet Michael Michel Miguel Mike Mikhail Milan Mohamed Mohammad Mohammed Muhammad Mustafa Nathan Neil Nicholas
    Nick Nicolas Nigel Nikolai Olaf Oleg Oliver Oscar Otto Pablo Paolo Patrick Paul Pedro Pete Peter Philip Philipp Philippe Pierre Piet
    Piotr Rafael Ralf Ralph Ramón Ravi Raymond René Ricardo Richard Robert Roberto Robin Rodrigo Roger Roland Rolf Roman Ronald Rudolf
    Rustam Samuel Santiago Scott Sean Sebastian Sergei Sergey Sergio Simon Stanley Stefan Stephen Steve Steven Stuart Sven Tariq Terry
    Theo Thomas Tim Timothy Tobias Todd Tom Tomas Tomás Tony Uwe Victor Viktor Vincent Vladimir Volodymyr Walter Werner Wilhelm William
    Winston Wolfgang Xavier Yuri Yusuf Zoltan
"""
GENDERS = {name.casefold(): "f" for name in _FEMALE.split()} | {name.casefold(): "m" for name in _MALE.split()}
