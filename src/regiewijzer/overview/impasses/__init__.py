"""Where is a network stuck, as people say and as findings tell, and with which principle does it begin?"""
